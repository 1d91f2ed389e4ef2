int main(void) {
    char *s = "a";
    switch (s) { //~ not-an-integer
        case "a": return 1; //~ not-an-integer
    }
    return 0;
}
