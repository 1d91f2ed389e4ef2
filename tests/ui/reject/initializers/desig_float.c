int a[3] = {[1.0] = 1}; //~ not-an-integer
int main(void) {
    return 0;
}
