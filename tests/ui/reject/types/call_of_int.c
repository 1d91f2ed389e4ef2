int main(void) {
    int f = 3;
    return f(1); //~ not-a-function
}
