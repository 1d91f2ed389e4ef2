// 6.2.2p7: internal and external linkage in one file
static int x;
int main(void) {
    int x = 1;
    {
        extern int x; //~ linkage-conflict
        return x;
    }
}
