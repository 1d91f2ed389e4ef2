// 6.4.2.2: __func__ is declared by every function itself
//@ options: -W all=error
int main(void) {
    int __func__ = 0; //~ reserved-name
    return __func__;
}
