int elements(int numbers[10]) {
    return sizeof(numbers) / sizeof(int); //~ sizeof-parameter
}
int main(void) {
    int numbers[10] = {0}, *p = numbers;
    int n = sizeof(p) / sizeof(p[0]); //~ sizeof-pointer
    return elements(numbers) - n;
}
