static int f(void) { return 1; }
int n = f(); //~ not-constant
int main(void) { return n; }
