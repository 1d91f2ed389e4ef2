int c = 1e20; //~ constant-overflow
int main(void) {
    return 0;
}
