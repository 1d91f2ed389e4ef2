int x;
static int x; //~ linkage-conflict
int main(void) {
    return 0;
}
