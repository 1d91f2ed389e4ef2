int c = 5000000000; //~ constant-overflow
int main(void) {
    return 0;
}
