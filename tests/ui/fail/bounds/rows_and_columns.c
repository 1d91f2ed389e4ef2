// The loops would fit an array of four rows of three.
int main(void) {
    int m[3][4] = {{0}};
    for (int i = 0; i < 4; i++) {
        for (int j = 0; j < 3; j++) m[i][j] = i + j; //~ out-of-bounds
    }
    return 0;
}
