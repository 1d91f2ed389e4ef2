// 6.7.9p11: a scalar is initialised by one expression, braces aside
//@ options: -W all=error
int main(void) {
    int x = {1, 2}; //~ excess-initializers
    int y = {{1}}; //~ braces-around-scalar
    return x - y;
}
