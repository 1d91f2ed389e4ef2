int x = 1000000 * 1000000; //~ constant-overflow
int main(void) {
    return 0;
}
