int main(void) {
    int x;
    {
        extern int x;
    }
    return 0;
}
static int x; //~ linkage-conflict
