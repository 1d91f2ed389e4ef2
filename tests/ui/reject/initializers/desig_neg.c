int a[3] = {[-1] = 1}; //~ invalid-designator
int main(void) {
    return 0;
}
