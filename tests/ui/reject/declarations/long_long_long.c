long long long x; //~ invalid-type
int main(void) {
    return 0;
}
