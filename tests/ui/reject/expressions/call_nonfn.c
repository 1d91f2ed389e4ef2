int main(void) {
    int a = 1;
    return a(1); //~ not-a-function
}
