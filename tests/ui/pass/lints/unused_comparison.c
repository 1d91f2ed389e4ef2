int main(void) {
    int x = 1;
    x == 5; //~ unused-comparison
    return x - 1;
}
