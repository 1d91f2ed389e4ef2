const int a[3];
int main(void) {
    a[1] = 3; //~ const-assignment
    return 0;
}
