int main(void) {
    const int n = 3;
    *(int *)&n = 4; //~ readonly-write
    return n;
}
