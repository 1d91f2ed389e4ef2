/* outer /* inner */ still */ //~ syntax-error
int main(void) {
    return 0;
}
