int main(void) {
    int default = 1; //~ keyword-as-name
    return default;
}
