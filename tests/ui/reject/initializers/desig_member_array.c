int a[3] = {.x = 1}; //~ invalid-designator
int main(void) {
    return 0;
}
