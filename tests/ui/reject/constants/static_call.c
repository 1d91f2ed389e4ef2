int f(void);
int m = f(); //~ not-constant
int main(void) {
    return 0;
}
