int numbers[3] = {1, 2, 3};
int main(void) {
    int *p = numbers;
    *p++; //~ unused-value
    *p + 1; //~ unused-value
    p++;
    (*p)++;
    (void)(*p + 1);
    return *p == 3;
}
