long long double x; //~ invalid-type
int main(void) {
    return 0;
}
