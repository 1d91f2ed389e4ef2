int a[][]; //~ array-element
int main(void) {
    return 0;
}
