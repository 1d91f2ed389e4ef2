int a[3](void); //~ array-element
int main(void) {
    return 0;
}
