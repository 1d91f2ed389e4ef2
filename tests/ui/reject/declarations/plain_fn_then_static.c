int f(void);
static int f(void) { //~ linkage-conflict
    return 1;
}
int main(void) {
    return 0;
}
