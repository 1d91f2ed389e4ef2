int a[3] = {[5] = 1}; //~ invalid-designator
int main(void) {
    return 0;
}
