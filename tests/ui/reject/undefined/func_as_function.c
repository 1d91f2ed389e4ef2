// 6.4.2.2: __func__ is declared explicitly
//@ options: -W all=error
int __func__(void) { return 0; } //~ reserved-name
int main(void) {
    return 0;
}
