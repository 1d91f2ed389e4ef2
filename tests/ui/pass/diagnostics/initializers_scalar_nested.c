int a = {{1}}; //~ braces-around-scalar
int main(void) {
    return 0;
}
