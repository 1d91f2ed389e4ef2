__attribute__((weak)) int f(void) { return 1; }
__attribute__((weak)) int f(void) { return 2; } //~ redefinition

int main(void) { return f(); }
