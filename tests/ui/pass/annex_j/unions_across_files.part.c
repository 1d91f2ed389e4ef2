union word {
    float real;
    int number;
};
union word word;
