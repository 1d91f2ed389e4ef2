char f(void) {
    return 1000; //~ constant-overflow
}
int main(void) {
    return 0;
}
