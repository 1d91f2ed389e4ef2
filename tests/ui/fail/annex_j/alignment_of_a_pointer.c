// 6.3.2.3p7: a pointer that becomes one to a type with another alignment
//@ options: -W all=error
int main(void) {
    int numbers[2] = {0, 0};
    char *bytes = (char *)numbers;
    int *odd = (int *)(bytes + 1); //~ misaligned-access
    return odd == numbers;
}
