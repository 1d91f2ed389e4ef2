static int x;
int x; //~ linkage-conflict
int main(void) {
    return 0;
}
