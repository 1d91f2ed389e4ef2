int main(void) {
    int m[4][3] = {{0}};
    for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 4; j++) m[i][j] = i + j; //~ out-of-bounds
    }
    return 0;
}
