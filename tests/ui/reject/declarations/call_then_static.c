int main(void) {
    return f(); //~ implicit-function
}
static int f(void) { //~ linkage-conflict
    return 1;
}
