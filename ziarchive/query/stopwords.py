"""Common Indonesian words that tell nothing about a document.

Short on purpose: function words only. No word of an office's own vocabulary is here (kerja, lanjut,
bulan, masalah …), so a phrase of the plan never loses a part.
"""

_TEXT = """
ada adalah adapun agar akan antara apa apabila atas atau bagaimana bagi bahwa beberapa belum bila
bisa bukan dalam dan dapat dari daripada dengan demi demikian di dia guna hanya harus hingga ia
ialah ini itu jika juga kalau kami karena ke kepada ketika kita lagi lain maka mana masih maupun
melainkan mereka namun nya oleh pada para per pun saat saja sambil sampai saya sebab sebagai
sebagaimana sebelum sebuah secara sedang sedangkan sehingga sejak selain selama seluruh semua
seperti serta sesuai sesudah setelah setiap suatu sudah supaya tanpa telah tentang terhadap
tersebut tetapi tiap tidak untuk yaitu yakni yang
"""

STOP_WORDS = frozenset(_TEXT.split())
