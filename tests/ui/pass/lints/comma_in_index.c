int main(void) {
    int table[3][3] = {{1, 2, 3}};
    int *row = table[0, 2]; //~ comma-in-index
    return row[0];
}
