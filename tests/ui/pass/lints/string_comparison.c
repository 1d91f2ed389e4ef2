int main(void) {
    const char *word = "yes";
    int same = word == "no"; //~ string-comparison
    if (word != "no" && same) //~ string-comparison
        return 1;
    return 0;
}
