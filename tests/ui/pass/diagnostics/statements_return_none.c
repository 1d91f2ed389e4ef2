int f(void) {
    return; //~ return-value
}
int main(void) {
    return 0;
}
