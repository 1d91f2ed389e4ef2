struct text {
    int length;
    char bytes[1];
};
int main(void) {
    int a[3] = {1, 2, 3}, sum = 0;
    for (int *p = &a[0]; p != &a[3]; p++)
        sum += *p;
    return sum - 6 + (int)sizeof(a[9]) - 4;
}
