static int *kept;
static void keep(int n) { kept = &n; }
int main(void) {
    keep(4);
    *kept = 5; //~ use-after-return
    return 0;
}
