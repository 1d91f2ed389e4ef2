int main(void) {
    int m[3][4] = {{0}};
    int sum = 0;
    for (int i = 0; i < 3; i++)
        for (int j = 0; j <= 4; j++)
            sum += m[i][j]; //~ out-of-bounds
    return sum;
}
