// 6.2.7p1: the members of a union may come in another order in another file
//@ with: unions_across_files.part.c
union word {
    int number;
    float real;
};
extern union word word;
int main(void) {
    return word.number;
}
