int f(void) = {1}; //~ function-initializer
int main(void) {
    return 0;
}
