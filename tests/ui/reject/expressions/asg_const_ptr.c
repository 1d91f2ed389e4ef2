int f(const int *p) {
    *p = 3; //~ const-assignment
    return 0;
}
int main(void) {
    return 0;
}
