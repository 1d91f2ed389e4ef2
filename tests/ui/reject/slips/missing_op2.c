int main(void) {
    int x = 2, y = 3;
    int z = 2(x + y); //~ not-a-function
    return z;
}
