int f(const int p) {
    p += 2; //~ const-assignment
    return 0;
}
int main(void) {
    return 0;
}
