int a[2][2] = {1,2,3,4,5}; //~ excess-initializers
int main(void) {
    return 0;
}
