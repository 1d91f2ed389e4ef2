static const int limit = 10;
int main(void) {
    int *p = (int *)&limit;
    *p = 11; //~ readonly-write
    return 0;
}
