int main { //~ syntax-error
    return 0;
}
