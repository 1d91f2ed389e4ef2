#undef __LINE__ //~ macro-redefined
int main(void) {
    return 0;
}
