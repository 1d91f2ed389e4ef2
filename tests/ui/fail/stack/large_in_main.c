int main(void) {
    double table[2000][2000]; //~ stack-overflow
    table[0][0] = 1;
    return (int)table[0][0];
}
