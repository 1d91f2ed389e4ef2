int f(int x, int x); //~ redefinition
int main(void) {
    return 0;
}
